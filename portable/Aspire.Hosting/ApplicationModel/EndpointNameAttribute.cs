namespace Aspire.Hosting.ApplicationModel;

/// <summary>Marks a parameter that takes the name of an endpoint.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EndpointNameAttribute : Attribute;
