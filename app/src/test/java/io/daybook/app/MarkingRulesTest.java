package io.daybook.app;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What every package says of itself, and what no signature of a capability has.
class MarkingRulesTest {
  private static final Set<String> FLOATING =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float");

  @Test
  void every_package_says_what_may_be_null() {
    List<JavaPackage> packages =
        House.CLASSES.getPackage("io.daybook").getSubpackagesInTree().stream()
            .filter(one -> !one.getClasses().isEmpty())
            .toList();

    assertThat(packages).hasSizeGreaterThan(60);
    assertThat(packages).allMatch(one -> one.isAnnotatedWith(NullMarked.class));
  }

  @Test
  void no_capability_has_a_floating_point_number_in_a_field_or_signature() {
    classes()
        .that()
        .resideInAnyPackage(House.VOCABULARY)
        .or()
        .resideInAnyPackage(
            House.CAPABILITIES.stream()
                .map(name -> "io.daybook.*." + name + "..")
                .toArray(String[]::new))
        .should(haveNoFloatingPointNumber())
        .check(House.CLASSES);
  }

  @Test
  void a_floating_point_number_is_found_wherever_it_is() {
    JavaClasses floating =
        new ClassFileImporter()
            .importClasses(InAField.class, InAnAnswer.class, InAList.class, AsAParameter.class);

    assertThat(floating)
        .hasSize(4)
        .allSatisfy(
            one ->
                assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(
                        () ->
                            classes()
                                .that()
                                .haveFullyQualifiedName(one.getName())
                                .should(haveNoFloatingPointNumber())
                                .check(floating)));
  }

  private static ArchCondition<JavaClass> haveNoFloatingPointNumber() {
    return new ArchCondition<>("have no floating point number") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaMember member : type.getMembers()) {
          if (types(member).anyMatch(MarkingRulesTest::isFloating)) {
            events.add(violated(member, member.getDescription() + " has one"));
          }
        }
      }
    };
  }

  private static Stream<JavaType> types(JavaMember member) {
    return switch (member) {
      case JavaCodeUnit unit ->
          Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
      case com.tngtech.archunit.core.domain.JavaField field -> Stream.of(field.getType());
      default -> Stream.empty();
    };
  }

  private static boolean isFloating(JavaType type) {
    return type.getAllInvolvedRawTypes().stream()
        .map(raw -> raw.getBaseComponentType().getName())
        .anyMatch(FLOATING::contains);
  }

  private record InAField(float price) {}

  private interface InAnAnswer {
    Double price();
  }

  private interface InAList {
    List<Double> prices();
  }

  private interface AsAParameter {
    void price(double price);
  }
}
