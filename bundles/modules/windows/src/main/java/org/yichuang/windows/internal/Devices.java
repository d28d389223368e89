package org.yichuang.windows.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.NeedsNoPermission;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.RequiresPermission;
import org.yichuang.windows.api.DeviceKind;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsPermission;
import org.yichuang.windows.internal.WindowsCommands.Reason;
import org.yichuang.windows.internal.WindowsCommands.SetUpDevice;
import org.yichuang.windows.internal.WindowsViews.DeviceView;
import org.yichuang.windows.internal.domain.HallDevice;
import org.yichuang.windows.internal.persistence.DeviceRows;
import org.yichuang.windows.internal.persistence.PointRows;
import org.yichuang.windows.internal.persistence.WindowRows;

/** Devices of the hall, each with a key that it alone has; whoever sets it up sees the key once. */
public class Devices {
    private static final int KEY = 40;

    private final Transactions transactions;
    private final DeviceRows rows;
    private final PointRows points;
    private final WindowRows windows;
    private final Clocked clocked;

    Devices(Transactions transactions, DeviceRows rows, PointRows points, WindowRows windows, Clocked clocked) {
        this.transactions = transactions;
        this.rows = rows;
        this.points = points;
        this.windows = windows;
        this.clocked = clocked;
    }

    /**
     * Sets one up at a place.
     *
     * @return with its key, which nobody can look up later
     * @throws ProblemException {@code point-unknown}; {@code window-unknown} and {@code window-closed} for the screen
     *     of a window
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public DeviceView setUp(SetUpDevice command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        SetUpDevice given = FieldRules.require(command);
        String key = Ids.secret(KEY);
        Written done = transactions.write(context, Written.class, unit -> {
            points.find(given.point(), unit)
                    .filter(each -> each.closedOn().isEmpty())
                    .orElseThrow(() -> ProblemException.of(WindowsError.POINT_UNKNOWN));
            HallDevice made = HallDevice.made(Ids.next(context.at()), setting(given, unit), key, clocked.now(unit));
            keep(made, "set-up", "device-set-up", "", unit);
            return new Written(made.id());
        });
        return load(done.id(), key, context.withoutKey());
    }

    /** What nobody says anything else of is one of attendance. */
    private HallDevice.Setting setting(SetUpDevice given, UnitOfWork unit) {
        DeviceKind kind = given.kind() == null ? DeviceKind.ATTENDANCE : given.kind();
        String window = kind == DeviceKind.WINDOW_SCREEN && given.window() != null ? given.window() : "";
        if (kind == DeviceKind.WINDOW_SCREEN) {
            windows.find(window, unit)
                    .orElseThrow(() -> ProblemException.of(WindowsError.WINDOW_UNKNOWN, window))
                    .requireOpen();
        }
        return new HallDevice.Setting(given.name(), given.point(), kind, window);
    }

    /**
     * Gives one a new key, and unlocks it; the old one opens nothing any more.
     *
     * @throws ProblemException {@code device-unknown}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public DeviceView renew(String id, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        String key = Ids.secret(KEY);
        transactions.write(context, Written.class, unit -> {
            HallDevice found = held(id, unit);
            found.key(key, clocked.now(unit));
            keep(found, "key", "device-renewed", "", unit);
            return new Written(id);
        });
        return load(id, key, context.withoutKey());
    }

    /**
     * Locks one, at once.
     *
     * @throws ProblemException {@code device-unknown}
     */
    @RequiresPermission(WindowsPermission.MANAGE)
    public DeviceView lock(String id, Reason command, CallContext context) {
        context.require(WindowsPermission.MANAGE);
        Reason given = FieldRules.require(command);
        transactions.write(context, Written.class, unit -> {
            HallDevice found = held(id, unit);
            found.lock(given.reason(), clocked.now(unit));
            keep(found, "lock", "device-locked", given.reason(), unit);
            return new Written(id);
        });
        return load(id, "", context.withoutKey());
    }

    /**
     * The device whose secret somebody says, which is its id and its key with a point between.
     *
     * @throws ProblemException {@code device-unknown} for a wrong key as well, {@code device-locked}
     */
    @NeedsNoPermission("the device has a key of its own")
    public DeviceView opened(String secret, CallContext context) {
        return transactions.read(context, unit -> Shown.of(opened(secret, unit), ""));
    }

    private HallDevice opened(String secret, UnitOfWork unit) {
        int point = secret.indexOf('.');
        HallDevice found =
                rows.find(secret.substring(0, Math.max(point, 0)), unit).orElseThrow(Devices::unknown);
        found.requireOpen(secret.substring(point + 1));
        return found;
    }

    /**
     * The same, for what it is to be for.
     *
     * @throws ProblemException {@code device-kind} as well
     */
    @NeedsNoPermission("the device has a key of its own")
    public DeviceView opened(String secret, DeviceKind kind, CallContext context) {
        return transactions.read(context, unit -> {
            HallDevice found = opened(secret, unit);
            found.require(kind);
            return Shown.of(found, "");
        });
    }

    /** The versions of some, by their ids: a key holds for one version. */
    Map<String, Integer> versions(Set<String> some, CallContext context) {
        return transactions.read(context, unit -> rows.steps(some, unit));
    }

    private HallDevice held(String id, UnitOfWork unit) {
        HallDevice found = rows.held(id, unit).orElseThrow(Devices::unknown);
        unit.context().requireVersion(found.steps());
        return found;
    }

    private static ProblemException unknown() {
        return ProblemException.of(WindowsError.DEVICE_UNKNOWN);
    }

    private void keep(HallDevice row, String action, String event, String words, UnitOfWork unit) {
        rows.keep(row, action, words.isEmpty() ? Map.of() : Map.of("words", words), event, row.changed(), unit);
    }

    /** Returns all of them. */
    @RequiresPermission(WindowsPermission.MANAGE)
    public List<DeviceView> list(CallContext context) {
        context.require(WindowsPermission.MANAGE);
        return transactions.read(
                context,
                unit -> rows.all(unit).stream().map(each -> Shown.of(each, "")).toList());
    }

    private DeviceView load(String id, String key, CallContext context) {
        return transactions.read(context, unit -> {
            HallDevice found = rows.find(id, unit).orElseThrow(Devices::unknown);
            return Shown.of(found, found.opens(key) ? key : "");
        });
    }
}
