using System.Reflection;
using Earshot.Experiments.Configuration;
using Earshot.Native;
using Earshot.Quantization;
using Earshot.Training.Running;
using Earshot.Yaml;
using Xunit;

namespace Earshot.Experiments.Tests.Configuration;

/// <summary>What is written can be read, and every option is in it.</summary>
public sealed class ConfigurationWriterTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void WhatIsWrittenIsReadBackTheSame(bool comments)
    {
        var configuration = ExperimentFile.Parse(
            """
            name: "two words: a name"
            dataset: ../sounds
            folds: [2]
            training:
              learning-rate: 0.0123
              gate:
                level: -61.5
            quantization:
              equalize: true
            candidates:
              plain:
              other:
                training:
                  epochs: 3
                  augmentation:
                    mix-share: 0.25
                    gain-decibels: 1
                front-end:
                  bands: 20
            """,
            "a.yaml").Configuration;

        var again = ExperimentFile.Parse(ConfigurationWriter.Yaml(configuration, comments), "b.yaml").Configuration;

        Assert.Equivalent(configuration, again, strict: true);
        Assert.Equal(ConfigurationWriter.Settings(configuration), ConfigurationWriter.Settings(again));
        Assert.Equal("0.25", ConfigurationWriter.Settings(configuration)["candidates.other.training.augmentation.mix-share"]);
    }

    [Fact]
    public void TheTemplateIsTheDefaults()
    {
        var defaults = new ExperimentConfiguration();

        var read = ExperimentFile.Parse(ConfigurationWriter.Yaml(defaults, comments: true), "template.yaml").Configuration;

        Assert.Equivalent(defaults with { Name = "template" }, read, strict: true);
    }

    [Fact]
    public void TheTemplateExplainsEveryKey()
    {
        var lines = ConfigurationWriter.Yaml(new ExperimentConfiguration(), comments: true).Split('\n');
        var keys = Enumerable.Range(0, lines.Length).Where(line => lines[line].Contains(':') && !lines[line].TrimStart().StartsWith('#'));

        Assert.All(keys, line => Assert.True(
            lines[line - 1].TrimStart().StartsWith('#'), $"'{lines[line].Trim()}' has no comment."));
    }

    /// <summary>Windows' shells write what a program prints in another encoding than files have.</summary>
    [Fact]
    public void TheTemplateIsAscii() =>
        Assert.All(
            ConfigurationWriter.Yaml(new ExperimentConfiguration(), comments: true).Split('\n'),
            line => Assert.True(line.All(char.IsAscii), line));

    /// <summary>An option of a type that YAML cannot hold would be left out silently.</summary>
    [Theory]
    [InlineData(typeof(ExperimentConfiguration))]
    [InlineData(typeof(TrainingOptions))]
    [InlineData(typeof(FrontEndConfiguration))]
    [InlineData(typeof(QuantizationOptions))]
    public void EveryOptionHasAKeyThatCanBeWritten(Type type)
    {
        foreach (var property in ExperimentKeys.Of(type))
        {
            AssertWritable(property);
        }
    }

    [Theory]
    [InlineData("MixShare", "mix-share")]
    [InlineData("AdamW", "adam-w")]
    [InlineData("FFTSize", "fft-size")]
    [InlineData("Name", "name")]
    public void NamesAreInKebabCase(string property, string key) => Assert.Equal(key, ConfigurationKeys.Name(property));

    private static void AssertWritable(PropertyInfo property)
    {
        if (ConfigurationKeys.IsValue(property.PropertyType))
        {
            return;
        }

        Assert.True(property.PropertyType.GetMethod("<Clone>$") is not null, $"{property.DeclaringType}.{property.Name} is neither a value nor a record.");
        Assert.All(ExperimentKeys.Of(property.PropertyType), AssertWritable);
    }
}
