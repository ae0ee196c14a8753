package com.example.desk;

/// An event of no aggregate.
public record DeskClosed(String reason) {}
