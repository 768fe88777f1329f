using Earshot.Cli;

return await EarshotTool.RunAsync(args);
