package jp.shomei.app.readmodel;

import de.bwaldvogel.mongo.MongoServer;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The embedded mode's read-model server as a process of its own, which several nodes share and a test stops. */
public final class ReadModelServer {

    private ReadModelServer() {}

    /** Serves a file on a port of this machine, until the process is ended. */
    public static void main(String[] arguments) {
        WholeCommands file = WholeCommands.open(Path.of(arguments[0]));
        MongoServer server = new MongoServer(file);
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory())
                .scheduleWithFixedDelay(file::save, 1, 1, TimeUnit.SECONDS);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
        server.bind("localhost", Integer.parseInt(arguments[1]));
        System.out.println("serving");
    }
}
