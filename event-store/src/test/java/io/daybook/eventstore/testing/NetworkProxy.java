package io.daybook.eventstore.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A network that does between a program and its database what networks do: packets vanish, nothing moves any more,
/// connections break, and an address leads to another server from one moment to the next.
public final class NetworkProxy implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(NetworkProxy.class);

  private final ServerSocket listening;
  private final List<Link> links = new CopyOnWriteArrayList<>();
  private volatile int target;
  private volatile boolean refusing;
  private volatile boolean closed;
  private boolean frozen;

  /// @param target a port on this machine
  public NetworkProxy(int target) {
    this.target = target;
    try {
      this.listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofPlatform().daemon().name("network-proxy").start(this::run);
  }

  public int port() {
    return listening.getLocalPort();
  }

  /// New connections go to another server; those that are open stay where they are.
  public void redirect(int newTarget) {
    target = newTarget;
  }

  /// Breaks the connections that are open.
  public void cut() {
    links.forEach(Link::close);
  }

  /// Breaks the connections that are open, and refuses new ones.
  public void refuse() {
    refusing = true;
    cut();
  }

  /// New connections are taken again.
  public void accept() {
    refusing = false;
  }

  /// The connections that are open stay so, and nothing arrives by them any more: half-open. New ones work.
  public void swallow() {
    links.forEach(link -> link.silent = true);
  }

  /// Nothing moves, on old connections and new ones.
  public synchronized void freeze() {
    frozen = true;
  }

  public synchronized void thaw() {
    frozen = false;
    notifyAll();
  }

  private synchronized void awaitThaw() throws InterruptedException {
    while (frozen && !closed) {
      wait();
    }
  }

  private void run() {
    while (!closed) {
      @Nullable Socket client = null;
      try {
        client = listening.accept();
        if (refusing) {
          client.close();
        } else {
          new Link(client, new Socket(InetAddress.getLoopbackAddress(), target)).start();
        }
      } catch (IOException e) {
        log.debug("A connection cannot be made", e);
        close(client);
      }
    }
  }

  private static void close(@Nullable Socket socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      log.debug("A socket cannot be closed", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    thaw();
    cut();
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Link {
    private final Socket client;
    private final Socket server;
    private volatile boolean silent;

    Link(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void start() {
      links.add(this);
      Thread.ofVirtual().start(() -> pump(client, server));
      Thread.ofVirtual().start(() -> pump(server, client));
    }

    private void pump(Socket from, Socket to) {
      byte[] buffer = new byte[8192];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
          awaitThaw();
          if (!silent) {
            out.write(buffer, 0, n);
          }
        }
      } catch (IOException e) {
        log.debug("A connection has ended", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (!silent) {
        close();
      }
    }

    void close() {
      links.remove(this);
      NetworkProxy.close(client);
      NetworkProxy.close(server);
    }
  }
}
