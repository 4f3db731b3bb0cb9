package mergedesk.scenario;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;

/**
 * Weights of the week by time of day: each weight is the relative expected count of the interval that begins at its time.
 *
 * <p>Written by day ({@code {mon-fri: {"08:30": 4, "09:00": 7}}}) or as {@code {file: profile.csv}} with columns time, mon … sun. An interval
 * lasts until the next time listed for the day (the last one for {@code interval}). A day without entries has weight zero.
 */
public record Profile(Map<DayOfWeek, Map<LocalTime, Double>> byDay) {}
