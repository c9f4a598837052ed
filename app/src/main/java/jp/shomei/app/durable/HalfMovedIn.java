package jp.shomei.app.durable;

import java.sql.SQLException;
import javax.sql.DataSource;
import jp.shomei.app.start.StartRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Keeps the system from starting in a house that is not wholly moved into: reactions would do once more what they have done. */
@Configuration(proxyBeanMethods = false)
public class HalfMovedIn {

    /** The table that is there as long as an import is not done. */
    public static final String TABLE = "being_moved_in";

    /** Nobody needs it; it is there if the system may start. */
    record MayStart() {}

    @Bean
    MayStart mayStart(DataSource dataSource) throws SQLException {
        requireDone(dataSource);
        return new MayStart();
    }

    /** Whether an import has begun here and is not done. */
    public static boolean isBegun(DataSource dataSource) throws SQLException {
        return TableNames.of(dataSource).contains(TABLE);
    }

    /**
     * Lets nobody in before the import is done.
     *
     * @throws StartRefused if it is not
     */
    public static void requireDone(DataSource dataSource) throws SQLException {
        if (isBegun(dataSource)) {
            throw new StartRefused(
                    "An import into this system's store was broken off. Import once more, with the same file"
                            + " and options: ./run import FILE --shomei.data=DIR");
        }
    }
}
