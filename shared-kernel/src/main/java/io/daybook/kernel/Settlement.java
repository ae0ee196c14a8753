package io.daybook.kernel;

/// A command about money that was promised before: its currency is that of then, also one that is gone
/// by now and in which nothing new can be priced.
public interface Settlement extends Command {}
