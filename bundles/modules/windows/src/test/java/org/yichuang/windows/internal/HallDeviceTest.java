package org.yichuang.windows.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import org.junit.Test;
import org.yichuang.pages.api.Field.Option;
import org.yichuang.windows.api.DeviceKind;
import org.yichuang.windows.internal.WindowsCommands.PunchAtDevice;
import org.yichuang.windows.internal.WindowsCommands.SetUpDevice;
import org.yichuang.windows.internal.WindowsViews.DeviceView;
import org.yichuang.windows.internal.jte.StaticTemplates;

/** What devices of the hall are for, and the page on which they are looked after. */
public class HallDeviceTest extends AttendanceContract {
    private final StaticTemplates templates = new StaticTemplates();

    private DeviceView setUp(DeviceKind kind, String window) {
        SetUpDevice command = new SetUpDevice("新设备", device.point(), kind, window);
        return world.attending.devices().setUp(command, world.manager());
    }

    @Test
    public void aDeviceIsForOneThing() {
        assertEquals("as those before there were kinds", DeviceKind.ATTENDANCE, device.kind());
        DeviceView kiosk = setUp(DeviceKind.KIOSK, "3");
        assertEquals(DeviceKind.KIOSK, kiosk.kind());
        assertEquals("one of no window", "", kiosk.window());
        PunchAtDevice punch = new PunchAtDevice(kiosk.id(), kiosk.key(), "N-bo");
        assertEquals("device-kind", codeOf(() -> world.attending.attendance().punch(punch, anybody())));
        assertEquals("window-unknown", codeOf(() -> setUp(DeviceKind.WINDOW_SCREEN, "9")));
        assertEquals("window-unknown", codeOf(() -> setUp(DeviceKind.WINDOW_SCREEN, null)));
        assertEquals("3", setUp(DeviceKind.WINDOW_SCREEN, "3").window());
        sound();
    }

    @Test
    public void thePageShowsTheKeyOnceAndLocksByName() {
        DeviceView kiosk = setUp(DeviceKind.KIOSK, null);
        String made = page(kiosk);
        assertTrue(made, made.contains(kiosk.key()) && made.contains("device.key.once"));
        String again = page(world.attending.devices().list(world.manager()).get(1));
        assertTrue(again, again.contains("device.key.gone"));
        String later = page(null);
        assertFalse(later, later.contains("device.key.once") || later.contains("device.key.gone"));
        assertTrue(later, later.contains("新设备") && later.contains("取号机") && later.contains("device.open"));
        assertTrue(later, later.contains("/haiyang/windows/devices/lock\""));
    }

    /** A device with the right key is not asked for it again and again where it has no page. */
    @Test
    public void aDeviceWithoutAPageSaysSo() {
        String kiosk = idle(setUp(DeviceKind.KIOSK, null));
        assertTrue(kiosk, kiosk.contains("新设备") && kiosk.contains("取号机") && kiosk.contains("hall-device.idle"));
        assertFalse(kiosk, kiosk.contains("<form"));
        assertTrue(idle(device).contains("hall-device.attendance"));
    }

    private String idle(DeviceView of) {
        return templates.deviceidle(PagesTest.ui(), of).render();
    }

    private String page(DeviceView keyed) {
        List<DeviceView> all = world.attending.devices().list(world.manager());
        return templates
                .devices(PagesTest.ui(), all, List.of(new Option("p", "大厅")), keyed)
                .render();
    }
}
