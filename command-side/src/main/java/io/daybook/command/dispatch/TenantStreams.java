package io.daybook.command.dispatch;

import io.daybook.kernel.Command;
import io.daybook.kernel.Meta;
import io.daybook.kernel.TenantId;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/// A command goes to the stream of its tenant's entity. The vocabulary stays free of Axon's
/// annotations: the id comes from the command's own interface.
public final class TenantStreams implements CommandTargetResolver {

  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> message) {
    if (!(message.getPayload() instanceof Command command)) {
      throw new IllegalArgumentException(message.getPayloadType() + " is not a command");
    }
    if (!(message.getMetaData().get(Meta.TENANT_ID) instanceof String name)) {
      throw new IllegalArgumentException(message.getCommandName() + " has no tenant");
    }
    TenantId tenant = new TenantId(name);
    return new VersionedAggregateIdentifier(tenant.stream(command.target()), null);
  }
}
