namespace Filingwire.Messaging.Handling;

/// <summary>What a service consumes.</summary>
/// <param name="Service">Its name, which begins the names of its queues.</param>
/// <param name="Subscriptions">Each type of event, with the handler that takes it.</param>
public sealed record Consumption(string Service, IReadOnlyList<Subscription> Subscriptions);
