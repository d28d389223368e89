package org.yichuang.windows.internal.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.windows.api.DeviceKind;
import org.yichuang.windows.api.WindowsError;
import org.yichuang.windows.api.WindowsEvent;

/** A device in the hall with a key of its own, of which the SHA-256 alone is kept; it can be locked at any time. */
@Entity(name = "HallDevice")
@Table(name = "WINDOWS_DEVICE")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class HallDevice extends Kept<HallDevice.Course> {
    @Column(name = "NAME")
    private String name;

    @Column(name = "POINT")
    private String point;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND")
    private DeviceKind kind;

    /** The number of the window whose screen it is; empty for any other device. */
    @Column(name = "WINDOW_NUMBER")
    private String window;

    @Column(name = "KEY_HASH")
    private String keyHash;

    @Column(name = "LOCKED")
    private boolean locked;

    protected HallDevice() {} // for JPA

    /**
     * What it is and where it stands.
     *
     * @param point the id of the place
     * @param window the number of the window whose screen it is; empty for any other device
     */
    public record Setting(String name, String point, DeviceKind kind, String window) {}

    /** One is set up. */
    public static HallDevice made(String id, Setting setting, String key, Now now) {
        HallDevice made = new HallDevice();
        made.id = id;
        made.name = setting.name();
        made.point = setting.point();
        made.kind = setting.kind();
        made.window = setting.window();
        made.held = new Course(List.of());
        made.key(key, now);
        return made;
    }

    /** What has become of it. */
    public record Course(List<Note> notes) {
        public Course {
            notes = notes == null ? List.of() : List.copyOf(notes);
        }
    }

    /** It gets a new key, and is not locked any more; the one before opens nothing. */
    public void key(String key, Now now) {
        keyHash = Digests.sha256(key);
        locked = false;
        noted("key", "", now);
    }

    /** Its key opens nothing any more. */
    public void lock(String reason, Now now) {
        locked = true;
        noted("lock", reason, now);
    }

    private void noted(String step, String words, Now now) {
        held = new Course(Kept.noted(held.notes(), Note.of(step, words, now)));
        steps++;
    }

    /** Whether a key is its own. */
    public boolean opens(String key) {
        return MessageDigest.isEqual(
                keyHash.getBytes(StandardCharsets.US_ASCII), Digests.sha256(key).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Whoever says a key may go on.
     *
     * @throws ProblemException {@code device-unknown} for the key of another one, {@code device-locked}
     */
    public void requireOpen(String key) {
        if (!opens(key)) {
            throw ProblemException.of(WindowsError.DEVICE_UNKNOWN);
        }
        if (locked) {
            throw ProblemException.of(WindowsError.DEVICE_LOCKED);
        }
    }

    /**
     * It is for something, and for nothing else.
     *
     * @throws ProblemException {@code device-kind}
     */
    public void require(DeviceKind wanted) {
        if (kind != wanted) {
            throw ProblemException.of(WindowsError.DEVICE_KIND, kind.label());
        }
    }

    public String name() {
        return name;
    }

    /** The id of the place where it stands. */
    public String point() {
        return point;
    }

    /** What it is for. */
    public DeviceKind kind() {
        return kind;
    }

    /** The number of the window whose screen it is; empty for any other device. */
    public String window() {
        return window;
    }

    public boolean isLocked() {
        return locked;
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.DeviceChanged(name, locked);
    }
}
