package org.yichuang.windows.internal.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.kernel.api.Digests;
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

    @Column(name = "KEY_HASH")
    private String keyHash;

    @Column(name = "LOCKED")
    private boolean locked;

    protected HallDevice() {} // for JPA

    /** One is set up. */
    public static HallDevice made(String id, String name, String point, String key, Now now) {
        HallDevice made = new HallDevice();
        made.id = id;
        made.name = name;
        made.point = point;
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

    public String name() {
        return name;
    }

    /** The id of the place where it stands. */
    public String point() {
        return point;
    }

    public boolean isLocked() {
        return locked;
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.DeviceChanged(name, locked);
    }
}
