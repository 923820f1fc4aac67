using Filingwire.Hosting;
using Filingwire.Ownership;

return await ServiceHost.RunAsync(OwnershipDefinition.Create(), args);
