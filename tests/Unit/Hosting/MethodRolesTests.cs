using Filingwire.Events.V1;
using Filingwire.Hosting;
using Filingwire.Hosting.Security;

namespace Filingwire.Unit.Hosting;

public sealed class MethodRolesTests
{
    [Fact]
    public void A_method_has_the_role_that_was_stated_for_its_full_name()
    {
        var roles = new MethodRoles();
        roles.State(EventLogService.Descriptor, (Role.Reader, ["GetLogStatus"]), (Role.Operator, ["WatchEvents"]));
        Assert.Equal(Role.Operator, roles.Needed("/filingwire.events.v1.EventLogService/WatchEvents"));
        Assert.Null(roles.Needed("/filingwire.other.v1.EventLogService/WatchEvents"));
    }

    [Fact]
    public void A_service_of_which_a_method_has_no_role_or_two_or_is_unknown_does_not_come_into_being()
    {
        var roles = new MethodRoles();
        Assert.Throws<ArgumentException>(() => roles.State(EventLogService.Descriptor, (Role.Reader, ["GetLogStatus"])));
        Assert.Throws<ArgumentException>(() => new MethodRoles().State(EventLogService.Descriptor, (Role.Reader, ["GetLogStatus", "GetLogStatus", "WatchEvents"])));
        Assert.Throws<ArgumentException>(() => new MethodRoles().State(EventLogService.Descriptor, (Role.Reader, ["GetLogStatus", "WatchEvents", "Watch"])));
    }

    [Fact]
    public void Every_definition_states_the_roles_of_its_log_and_of_the_operators_methods()
    {
        var roles = new ServiceDefinition("any", 0).Roles;
        Assert.Equal(Role.Reader, roles.Needed("/filingwire.events.v1.EventLogService/WatchEvents"));
        Assert.Equal(Role.Operator, roles.Needed("/filingwire.events.v1.OperationsService/Rebuild"));
    }
}
