// Of Earshot.Network.nfproj. Written by `earshot nfproj`; do not edit.
using System.Reflection;

[assembly: AssemblyTitle("Earshot.Network")]
[assembly: AssemblyVersion("1.0.0.0")]
