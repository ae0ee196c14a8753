import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Runs google-java-format over every Java source of the repository, on the JDK of the toolchain.
///
/// The Maven plugins that wrap the formatter run inside Maven's own JVM, and a JVM 17 cannot parse
/// record patterns. `check` fails when a file differs, `apply` rewrites it.
public final class Format {
  private Format() {}

  public static void main(String[] arguments) throws Exception {
    boolean check = arguments[0].equals("check");
    List<String> options = new ArrayList<>(List.of("--skip-javadoc-formatting"));
    options.addAll(check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    options.addAll(sources(Path.of(arguments[1])));
    int status =
        new Main(new PrintWriter(System.out, true), new PrintWriter(System.err, true), System.in)
            .format(options.toArray(String[]::new));
    if (status != 0) {
      System.err.println(
          "The files above are not formatted: run ./mvnw -N validate -Dformat=apply");
    }
    System.exit(status);
  }

  private static List<String> sources(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      List<String> found = new ArrayList<>();
      for (Path module : modules.filter(Files::isDirectory).sorted().toList()) {
        Path source = module.resolve("src");
        if (!Files.isDirectory(source)) {
          continue;
        }
        try (Stream<Path> files = Files.walk(source)) {
          files.filter(file -> file.toString().endsWith(".java")).map(Path::toString).forEach(found::add);
        }
      }
      return found;
    }
  }
}
