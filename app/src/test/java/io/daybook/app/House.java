package io.daybook.app;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.Capability;
import java.util.List;
import java.util.stream.Stream;

/// The classes of all modules, for the rules that hold them.
public final class House {
  public static final List<String> CAPABILITIES =
      Capabilities.installed().all().stream().map(Capability::name).toList();

  public static final String[] VOCABULARY =
      Stream.concat(Stream.of("kernel"), CAPABILITIES.stream())
          .map(name -> "io.daybook." + name + "..")
          .toArray(String[]::new);

  public static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(
              location -> !location.contains("/test-classes/") && !location.contains("/testing/"))
          .importPackages("io.daybook");

  private House() {}
}
