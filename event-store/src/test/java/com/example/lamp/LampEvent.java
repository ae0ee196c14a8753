package com.example.lamp;

public sealed interface LampEvent {

  String lamp();

  record Installed(String lamp, String room) implements LampEvent {}

  /// Revision 2: the brightness took the place of a mere "lit".
  record Lit(String lamp, int brightness) implements LampEvent {}
}
