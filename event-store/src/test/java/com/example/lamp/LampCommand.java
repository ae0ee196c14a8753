package com.example.lamp;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public sealed interface LampCommand {

  record Install(@TargetAggregateIdentifier String lamp, String room) implements LampCommand {}

  record Light(@TargetAggregateIdentifier String lamp, int brightness) implements LampCommand {}
}
