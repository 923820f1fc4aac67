namespace Filingwire.Hosting.Settings;

/// <summary>The service cannot start as it is configured. The message says what to change.</summary>
public sealed class OptionsException(string message) : Exception(message);
