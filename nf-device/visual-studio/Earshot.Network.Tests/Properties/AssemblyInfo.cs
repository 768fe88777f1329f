// Of Earshot.Network.Tests.nfproj. Written by `earshot nfproj`; do not edit.
using System.Reflection;

[assembly: AssemblyTitle("NFUnitTest")]
[assembly: AssemblyVersion("1.0.0.0")]
