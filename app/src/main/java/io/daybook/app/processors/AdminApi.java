package io.daybook.app.processors;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What an operator asks and wishes. It speaks of the whole installation, not of a tenant.
@RestController
@RequestMapping(AdminApi.BASE)
class AdminApi {
  static final String BASE = "/api/v1/admin";

  private final Processors processors;
  private final Replays replays;
  private final DeadLetters deadLetters;

  AdminApi(Processors processors, Replays replays, DeadLetters deadLetters) {
    this.processors = processors;
    this.replays = replays;
    this.deadLetters = deadLetters;
  }

  @GetMapping("/processors")
  List<ProcessorState> processors() {
    return processors.states();
  }

  @PostMapping("/projections/{name}/replays")
  ResponseEntity<ReplayProgress> replay(
      @PathVariable String name, @RequestParam(required = false) @Nullable String mode) {
    ReplayProgress started = replays.start(name, ReplayMode.of(mode));
    return ResponseEntity.accepted()
        .location(URI.create(BASE + "/replays/" + started.id()))
        .body(started);
  }

  @GetMapping("/replays/{id}")
  ReplayProgress progress(@PathVariable String id) {
    return replays.progress(id);
  }

  @DeleteMapping("/replays/{id}")
  ReplayProgress cancel(@PathVariable String id) {
    return replays.cancel(id);
  }

  @GetMapping("/dead-letters")
  List<DeadLetterState> deadLetters(@RequestParam(defaultValue = "100") int limit) {
    return deadLetters.list(Math.clamp(limit, 1, 1000));
  }

  /// The whole sequence of the letter is handled again, in order.
  @PostMapping("/dead-letters/{id}/retry")
  RetryOutcome retry(@PathVariable String id) {
    return deadLetters.retry(id);
  }

  @PostMapping("/dead-letters/{id}/discard")
  ResponseEntity<Void> discard(@PathVariable String id) {
    deadLetters.discard(id);
    return ResponseEntity.noContent().build();
  }
}
