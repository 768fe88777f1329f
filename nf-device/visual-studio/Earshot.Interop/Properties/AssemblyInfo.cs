// Of Earshot.Interop.nfproj. Written by `earshot nfproj`; do not edit.
using System.Reflection;

[assembly: AssemblyTitle("Earshot.Interop")]
[assembly: AssemblyVersion("1.0.0.0")]
[assembly: AssemblyNativeVersion("1.0.0.0")]
