// Of Earshot.Node.nfproj. Written by `earshot nfproj`; do not edit.
using System.Reflection;

[assembly: AssemblyTitle("Earshot.Node")]
[assembly: AssemblyVersion("1.0.0.0")]
