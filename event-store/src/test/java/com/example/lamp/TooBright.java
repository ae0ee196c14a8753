package com.example.lamp;

/// A refusal by the domain.
public final class TooBright extends RuntimeException {}
