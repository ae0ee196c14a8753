package com.example.lamp;

/// A refusal by the domain, with somebody else's claim.
public final class SocketTaken extends RuntimeException {}
