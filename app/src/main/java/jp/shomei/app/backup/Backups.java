package jp.shomei.app.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.shomei.app.ShomeiProperties;
import jp.shomei.app.durable.StoreFile;
import jp.shomei.app.role.NodeSetting;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.app.start.StartRefused;
import jp.shomei.app.time.ClockSetting;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Backups of the embedded data, which are whole only with the events among them. */
@Configuration(proxyBeanMethods = false)
public class Backups {

    @Bean(destroyMethod = "close")
    BackupDesk backupDesk(
            DataDirectory data, ObjectProvider<StoreFile> store, ShomeiProperties properties, Environment environment) {
        return new BackupDesk(
                data.root(),
                directory(data.root(), properties.backups()),
                NodeSetting.hasAxonServer(environment) ? null : store.getIfAvailable(),
                ClockSetting.ofTheMachine());
    }

    /**
     * Where backups go.
     *
     * @param data the data directory
     * @param set the place that is set; none for the usual one
     * @throws StartRefused if that is the data directory itself, of which a backup is to hold everything
     */
    static Path directory(Path data, @Nullable Path set) {
        if (set == null) {
            return data.resolve(BackupDesk.DIRECTORY);
        }
        Path directory = set.toAbsolutePath().normalize();
        try {
            if (Files.exists(directory) && Files.isSameFile(directory, data)) {
                throw new StartRefused("--shomei.backups names the data directory itself, " + directory
                        + ". Name another, best on another disk.");
            }
        } catch (IOException unreadable) {
            throw new StartRefused("--shomei.backups: " + directory + " cannot be read: " + unreadable + ".");
        }
        return directory;
    }
}
