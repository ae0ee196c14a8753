package io.daybook.app;

import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Says to other programs on this machine that this one serves its data directory, and where.
@Component
class RunningInstance implements InfoContributor, DisposableBean {
  private final String id = UUID.randomUUID().toString();
  private final DataDirectory directory;
  private final Environment environment;

  RunningInstance(DataDirectory directory, Environment environment) {
    this.directory = directory;
    this.environment = environment;
  }

  @EventListener
  void on(WebServerInitializedEvent event) {
    String url = "http://" + host() + ":" + event.getWebServer().getPort();
    new ServerFile(ProcessHandle.current().pid(), url, id).write(directory.path());
  }

  /// A server that listens on every address is reached on this machine by the loopback address.
  private String host() {
    return Optional.ofNullable(environment.getProperty("server.address", InetAddress.class))
        .filter(address -> !address.isAnyLocalAddress())
        .map(InetAddress::getHostAddress)
        .map(address -> address.contains(":") ? "[" + address + "]" : address)
        .orElse("127.0.0.1");
  }

  @Override
  public void contribute(Info.Builder builder) {
    builder.withDetail("daybook", Map.of("instance", id));
  }

  @Override
  public void destroy() {
    ServerFile.delete(directory.path());
  }
}
