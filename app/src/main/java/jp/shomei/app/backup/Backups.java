package jp.shomei.app.backup;

import java.nio.file.Path;
import jp.shomei.app.ShomeiProperties;
import jp.shomei.app.durable.StoreFile;
import jp.shomei.app.role.NodeSetting;
import jp.shomei.app.start.DataDirectory;
import jp.shomei.app.time.ClockSetting;
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
        Path set = properties.backups();
        return new BackupDesk(
                data.root(),
                set == null
                        ? data.root().resolve(BackupDesk.DIRECTORY)
                        : set.toAbsolutePath().normalize(),
                NodeSetting.hasAxonServer(environment) ? null : store.getIfAvailable(),
                ClockSetting.ofTheMachine());
    }
}
