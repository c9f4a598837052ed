package jp.shomei.http.backup;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import jp.shomei.contracts.backup.BackupView;
import jp.shomei.contracts.backup.BackupViews;
import jp.shomei.contracts.backup.ListBackups;
import jp.shomei.contracts.backup.MakeBackup;
import jp.shomei.contracts.refusal.ErrorCode;
import jp.shomei.http.access.AllowedTo;
import jp.shomei.http.access.Role;
import jp.shomei.http.message.Gateways;
import jp.shomei.http.openapi.Refuses;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Backups. They are written on the server and never sent: keys are in them. */
@RestController
@RequestMapping(path = "/api/v1/backups", produces = MediaType.APPLICATION_JSON_VALUE)
public class BackupController {
    private final Gateways gateways;

    /** Sends through these gateways. */
    public BackupController(Gateways gateways) {
        this.gateways = gateways;
    }

    /**
     * Backups.
     *
     * @param items the newest first
     */
    public record Backups(List<BackupView> items) {}

    /** Which backups there are. */
    @Operation(summary = "Which backups there are, the newest first, and how far one is that is being made")
    @AllowedTo(Role.OPERATOR)
    @GetMapping
    public Mono<Backups> list() {
        return gateways.query(new ListBackups(), ResponseTypes.instanceOf(BackupViews.class), Optional.empty())
                .map(views -> new Backups(views.items()));
    }

    /** Has one made, while the system works. */
    @Operation(summary = "Make a backup on the server, while the system works; GET tells when it is made")
    @AllowedTo(Role.OPERATOR)
    @Refuses({ErrorCode.BACKUP_RUNNING, ErrorCode.BACKUP_ELSEWHERE})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PostMapping
    public Mono<BackupView> make() {
        return gateways.command(new MakeBackup(), BackupView.class);
    }
}
