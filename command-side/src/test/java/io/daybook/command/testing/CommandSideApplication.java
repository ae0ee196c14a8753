package io.daybook.command.testing;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/// The command side as it is wired in the program, and nothing beside it. No component, so that a
/// program which scans this package beside these tests does not take it in.
@EnableAutoConfiguration
@ComponentScan(
    basePackages = {"io.daybook.http", "io.daybook.command"},
    excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class CommandSideApplication {}
