// Of Earshot.nfproj. Written by `earshot nfproj`; do not edit.
using System.Reflection;

[assembly: AssemblyTitle("Earshot")]
[assembly: AssemblyVersion("1.0.0.0")]
