using Filingwire.Edgar.Settings;
using Filingwire.Edgar;
using Filingwire.Hosting;

return await ServiceHost.RunAsync(EdgarDefinition.Create(() => EdgarOptions.Read(args)), args);
