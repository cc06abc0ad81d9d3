using System.Runtime.InteropServices;

namespace SiteAccess.ServiceDefaults.Bus;

/// <summary>An event, written, and where it goes.</summary>
/// <param name="Channel">One of <see cref="Contracts.Bus.BusChannels"/>.</param>
/// <param name="Text">A <see cref="Contracts.Bus.BusEvent"/> as JSON, UTF-8 (<see cref="BusEvents.Write"/>).</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BusMessage(string Channel, ReadOnlyMemory<byte> Text);
