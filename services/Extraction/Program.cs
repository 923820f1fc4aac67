using Filingwire.Extraction;
using Filingwire.Hosting;

return await ServiceHost.RunAsync(ExtractionDefinition.Create(), args);
