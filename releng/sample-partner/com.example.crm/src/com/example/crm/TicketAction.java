/* An example for partners of Centralino: copy it, change it, call it yours. SPDX-License-Identifier: EPL-2.0 */
package com.example.crm;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.centralino.telephony.Call;
import org.centralino.ui.callcontrol.ActionState;
import org.centralino.ui.callcontrol.CallAction;
import org.centralino.ui.callcontrol.CallSite;

/** Opens the form of a new ticket about this call, and shows that there is one until it is pressed again. */
public final class TicketAction implements CallAction {

    private final Set<String> calls = ConcurrentHashMap.newKeySet();

    @Override
    public ActionState state(Call call, CallSite site) {
        if (!call.isActive()) {
            return ActionState.greyed(Messages.whenAnswered);
        }
        return calls.contains(call.id()) ? ActionState.ON : ActionState.OFF;
    }

    @Override
    public void run(Call call, CallSite site) {
        if (!calls.remove(call.id())) {
            calls.add(call.id());
            UrlTemplate form = Settings.page("ticket");
            if (form != null) {
                Browser.open(form.fill(Values.of(call)));
            }
        }
        site.refresh();
    }
}
