package com.example.lamp;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

public sealed interface LampCommand {

  record Install(@TargetAggregateIdentifier String lamp, String room) implements LampCommand {}

  /// Installs one that is not there yet, which is dark.
  ///
  /// @param lit whether a dark one is refused
  record Provide(@TargetAggregateIdentifier String lamp, boolean lit) implements LampCommand {}

  record Light(@TargetAggregateIdentifier String lamp, int brightness) implements LampCommand {}

  /// By one.
  record Brighten(@TargetAggregateIdentifier String lamp) implements LampCommand {}

  /// Of one that is out already there is nothing to dim.
  ///
  /// @param strictly whether it is refused then
  record Dim(@TargetAggregateIdentifier String lamp, boolean strictly) implements LampCommand {}

  /// Refused when it is too late.
  record Overload(@TargetAggregateIdentifier String lamp) implements LampCommand {}

  /// Into a socket that no other lamp is plugged into, and before it is lit.
  record Plug(@TargetAggregateIdentifier String lamp, String socket) implements LampCommand {}

  record Unplug(@TargetAggregateIdentifier String lamp, String socket) implements LampCommand {}
}
