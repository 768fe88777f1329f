// Of Earshot.Adc.nfproj. Written by `earshot nfproj`; do not edit.
using System.Reflection;

[assembly: AssemblyTitle("Earshot.Adc")]
[assembly: AssemblyVersion("1.0.0.0")]
