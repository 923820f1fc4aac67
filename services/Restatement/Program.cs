using Filingwire.Hosting;
using Filingwire.Restatement;

return await ServiceHost.RunAsync(RestatementDefinition.Create(), args);
