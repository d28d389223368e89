package org.yichuang.windows.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.windows.internal.WindowsWorld.HOUSING;

import java.time.LocalDate;
import java.util.List;
import org.junit.Before;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.windows.internal.WindowsCommands.PunchAtDevice;
import org.yichuang.windows.internal.WindowsCommands.SetUpDevice;
import org.yichuang.windows.internal.WindowsViews.AttendanceView;
import org.yichuang.windows.internal.WindowsViews.AuthorityView;
import org.yichuang.windows.internal.WindowsViews.DeviceView;
import org.yichuang.windows.internal.WindowsViews.PunchedView;

/** A hall whose staff punch at a device: B, whoever else sits there, and who may act. */
abstract class AttendanceContract extends WindowsContract {
    static final PageRequest ALL = PageRequest.of(null, null);

    String bo;
    DeviceView device;

    @Before
    public void hall() {
        world.province.policy(HAIYANG, "policy.windows.presence", "punched");
        world.window("3", HOUSING);
        bo = world.onDuty("bo", HOUSING, "3");
        world.onDuty("clara", HOUSING, "3");
        world.issued("1号", List.of("BUILD"), List.of());
        String point = world.hall.points(ALL, world.manager()).items().get(0).id();
        device = world.attending.devices().setUp(new SetUpDevice("一号考勤机", point, null, null), world.manager());
    }

    CallContext anybody() {
        return world.manager().by(Actor.ANONYMOUS);
    }

    PunchedView punch(String employeeNo, String at) {
        world.province.at(at);
        return world.attending.attendance().punch(new PunchAtDevice(device.id(), device.key(), employeeNo), anybody());
    }

    AttendanceView sheet(String account, LocalDate day) {
        return world.attending.attendance().list(day, ALL, world.manager()).items().stream()
                .filter(each -> each.employeeNo().equals("N-" + account))
                .findFirst()
                .orElseThrow();
    }

    AuthorityView may(String account) {
        return world.authorities.ask("BUILD", "DECIDE", account, world.manager());
    }
}
