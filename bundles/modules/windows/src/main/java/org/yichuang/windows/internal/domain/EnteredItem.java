package org.yichuang.windows.internal.domain;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.eclipse.persistence.annotations.Multitenant;
import org.eclipse.persistence.annotations.TenantDiscriminatorColumn;
import org.yichuang.windows.api.WindowsEvent;

/** That an item has entered the hall (事项进驻): what the authorisation rates are taken of (K8). Its id is its code. */
@Entity(name = "EnteredItem")
@Table(name = "WINDOWS_ITEM")
@Multitenant
@TenantDiscriminatorColumn(name = "TENANT", contextProperty = "eclipselink.tenant-id", primaryKey = true)
public class EnteredItem extends Chained {
    @Column(name = "NAME")
    private String name;

    @Column(name = "DEPARTMENT")
    private String department;

    @Column(name = "ENTERED_ON")
    private LocalDate enteredOn;

    @Column(name = "LEFT_ON")
    private LocalDate leftOn;

    protected EnteredItem() {} // for JPA

    /** One enters. */
    public static EnteredItem entered(String code, String name, String department, LocalDate on) {
        EnteredItem made = new EnteredItem();
        made.id = code;
        made.enter(name, department, on);
        return made;
    }

    /** It enters again, perhaps with another department. */
    public void enter(String itsName, String itsDepartment, LocalDate on) {
        name = itsName;
        department = itsDepartment;
        enteredOn = on;
        leftOn = null;
        steps++;
    }

    /** It leaves. */
    public void leave(LocalDate on) {
        leftOn = on;
        steps++;
    }

    public String name() {
        return name;
    }

    /** Whose it is. */
    @Override
    public String department() {
        return department;
    }

    public LocalDate enteredOn() {
        return enteredOn;
    }

    public Optional<LocalDate> leftOn() {
        return Optional.ofNullable(leftOn);
    }

    /** Whether it is in the hall on a day. */
    public boolean isIn(LocalDate day) {
        return !day.isBefore(enteredOn) && (leftOn == null || day.isBefore(leftOn));
    }

    /** What has become of it. */
    public WindowsEvent changed() {
        return new WindowsEvent.ItemEntered(department, leftOn);
    }
}
