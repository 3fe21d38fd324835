/* Copyright (c) 2026 Centralino contributors. SPDX-License-Identifier: EPL-2.0 */
package org.centralino.recording.ui.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.centralino.recording.Recording.Mark;
import org.centralino.ui.Announcement;
import org.centralino.ui.Fonts;
import org.centralino.ui.Theme;
import org.centralino.ui.Token;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * How loud both sides are over the time, what happened, and where it is listened to: our side grows up from the middle, the
 * far side down. To a screen reader a slider. The pointer seeks by pressing and dragging.
 */
final class Waveform extends Canvas {

    private static final int FLAGS = SWT.DRAW_TRANSPARENT;
    private static final int LABELS = 16;
    private static final int LABEL = 11;
    private static final int GAP = 6;
    private static final int BAR = 2;
    private static final int PITCH = 3;
    private static final int ARC = 8;
    /** Voices are far from full scale most of the time: the root lets them be seen. */
    private static final double CURVE = 0.6;

    private final Player player;
    private final Theme theme;
    /** Where the bars begin, right of the words for the sides. */
    private final int left;

    private int shownX = -1;
    private Wave shownWave = Wave.NONE;

    Waveform(Composite parent, Player player) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.player = player;
        theme = Theme.of(getDisplay());
        theme.surface(this, Theme.surfaceOf(parent));
        theme.follow(this, this::redraw);
        setToolTipText(Messages.hint);
        left = Math.max(width(Messages.ours), width(Messages.theirs)) + GAP;
        SliderAccess.install(this, player);
        addListener(SWT.Paint, event -> paint(event.gc));
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
        addListener(SWT.MouseDown, event -> {
            if (event.button == 1) {
                setFocus();
                seek(event.x);
            }
        });
        addListener(SWT.MouseMove, event -> {
            if ((event.stateMask & SWT.BUTTON1) != 0) {
                seek(event.x);
            }
        });
        addListener(SWT.KeyDown, this::key);
        addListener(
                SWT.Traverse,
                event -> event.doit = event.detail == SWT.TRAVERSE_TAB_NEXT
                        || event.detail == SWT.TRAVERSE_TAB_PREVIOUS
                        || event.detail == SWT.TRAVERSE_ESCAPE);
    }

    /** Shows where the player is now. */
    void showPlace() {
        int x = x(player.position());
        if (x != shownX || player.wave() != shownWave) {
            shownX = x;
            shownWave = player.wave();
            redraw();
        }
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        return new Point(widthHint == SWT.DEFAULT ? 320 : widthHint, heightHint == SWT.DEFAULT ? 80 : heightHint);
    }

    private void seek(int x) {
        Rectangle area = area();
        if (area.width > 0) {
            double part = Math.clamp((x - area.x) / (double) area.width, 0, 1);
            player.seek(Duration.ofMillis(Math.round(part * player.length().toMillis())));
        }
    }

    private void key(Event event) {
        boolean marks = (event.stateMask & SWT.MODIFIER_MASK) == SWT.MOD1;
        if (!marks && (event.stateMask & SWT.MODIFIER_MASK) != 0) {
            return;
        }
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> {
                if (marks) {
                    player.toPreviousMark();
                } else {
                    player.seekBy(Player.STEP.negated());
                }
            }
            case SWT.ARROW_RIGHT -> {
                if (marks) {
                    player.toNextMark();
                } else {
                    player.seekBy(Player.STEP);
                }
            }
            case SWT.PAGE_UP -> player.seekBy(Player.LEAP.negated());
            case SWT.PAGE_DOWN -> player.seekBy(Player.LEAP);
            case SWT.HOME -> player.seek(Duration.ZERO);
            case SWT.END -> player.seek(player.length());
            case ' ' -> {
                player.toggle();
                return;
            }
            default -> {
                return;
            }
        }
        getAccessible().sendEvent(ACC.EVENT_VALUE_CHANGED, null);
        Announcement.say(this, Words.place(player.position(), player.length()));
    }

    /** Where the bars are, under the words for what happened. */
    private Rectangle area() {
        Point size = getSize();
        int top = player.recording().marks().isEmpty() ? 2 : LABELS;
        return new Rectangle(left, top, Math.max(0, size.x - left - 2), Math.max(0, size.y - top - 2));
    }

    private int width(String word) {
        GC gc = new GC(this);
        try {
            gc.setFont(Fonts.of(getDisplay()).get(LABEL, false));
            return gc.textExtent(word, FLAGS).x;
        } finally {
            gc.dispose();
        }
    }

    private int x(Duration place) {
        Rectangle area = area();
        return area.x
                + (int) (area.width
                        * place.toMillis()
                        / Math.max(1, player.length().toMillis()));
    }

    private void paint(GC gc) {
        Rectangle area = area();
        gc.setAntialias(SWT.ON);
        gc.setFont(Fonts.of(getDisplay()).get(LABEL, false));
        gc.setBackground(theme.color(Token.HOVER));
        gc.fillRoundRectangle(area.x, area.y, area.width, area.height, ARC, ARC);
        gc.setBackground(theme.color(Token.LINE));
        for (Player.Stretch held : player.held()) {
            int from = x(held.from());
            gc.fillRectangle(from, area.y, x(held.to()) - from, area.height);
        }
        sides(gc, area);
        bars(gc, area);
        marks(gc, area);
        int now = x(player.position());
        gc.setBackground(theme.color(Token.TEXT));
        gc.fillRectangle(now - 1, area.y, BAR, area.height);
        if (isFocusControl()) {
            gc.setForeground(theme.color(Token.ACCENT));
            gc.setLineWidth(2);
            gc.drawRoundRectangle(area.x, area.y, area.width, area.height, ARC, ARC);
        }
    }

    private void sides(GC gc, Rectangle area) {
        gc.setForeground(theme.color(Token.DIM));
        int quarter = area.height / 4;
        int half = gc.getFontMetrics().getHeight() / 2;
        gc.drawText(Messages.ours, 0, area.y + quarter - half, FLAGS);
        gc.drawText(Messages.theirs, 0, area.y + 3 * quarter - half, FLAGS);
    }

    private void bars(GC gc, Rectangle area) {
        int bars = area.width / PITCH;
        int middle = area.y + area.height / 2;
        int most = area.height / 2 - 3;
        int now = x(player.position());
        Wave wave = player.wave();
        for (int bar = 0; bar < bars; bar++) {
            int x = area.x + bar * PITCH;
            gc.setBackground(theme.color(x < now ? Token.ACCENT : Token.DIM));
            int up = height(wave.ours(bar, bars), most);
            int down = height(wave.theirs(bar, bars), most);
            gc.fillRectangle(x, middle - up, BAR, up + down);
        }
    }

    /** At least a line: silence is not nothing. */
    private static int height(float peak, int most) {
        return Math.max(1, (int) Math.round(Math.pow(peak, CURVE) * most));
    }

    private void marks(GC gc, Rectangle area) {
        gc.setBackground(theme.color(Token.RINGING));
        for (Mark mark : player.recording().marks()) {
            gc.fillRectangle(x(mark.at()), area.y - 3, 1, area.height + 3);
        }
        List<Rectangle> taken = new ArrayList<>();
        label(gc, taken, false);
        label(gc, taken, true);
    }

    /** One that has no room is in the line under the waveform. */
    private void label(GC gc, List<Rectangle> taken, boolean minor) {
        gc.setForeground(theme.color(Token.DIM));
        for (Mark mark : player.recording().marks()) {
            boolean isMinor = mark.kind() == Mark.Kind.RESUMED || mark.kind() == Mark.Kind.ANNOUNCED;
            String word = Words.mark(mark.kind());
            Point size = gc.textExtent(word, FLAGS);
            Rectangle place = new Rectangle(Math.min(x(mark.at()), getSize().x - size.x), 0, size.x + GAP, size.y);
            if (minor == isMinor && taken.stream().noneMatch(place::intersects)) {
                gc.drawText(word, place.x, place.y, FLAGS);
                taken.add(place);
            }
        }
    }
}
