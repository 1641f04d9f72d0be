-- SPDX-License-Identifier: EUPL-1.2
-- The whole workload as one plain Lua function of 15 arguments and 12 results: what a call costs
-- when nothing is between the host and Lua. Units: hours, weeks and euros as they are.
local limits = { [0] = 4, 10, 16, 3, 14, 8 }
local rates = { [0] = 0, 45.5, 52.25, 61.75, 0, 78.5 }

return function(age, school, cluster, enrolled, absence, weeks, plan, plan_weeks, consent, experts,
                orthopedagogue, hours, days, extended, budget)
  local limit = limits[school]
  local level = hours <= limit * 0.5 and 3 or hours <= limit and 2 or hours <= limit * 1.5 and 1 or 0
  local institute = cluster == 1 or cluster == 2
  local enough = level >= 2 and not institute
  local extra = hours > limit and hours - limit or 0
  local arrangement = enough and 0 or institute and 4 or extra <= 2 and 1 or extra <= 8 and 2 or extra <= 16 and 3 or 5
  local needed = arrangement >= 2 or (school ~= 0 and school ~= 3)
  local overdue = needed and ((plan and plan_weeks > 52) or (not plan and days > 42))
  local cost = extra * rates[arrangement] * 40
  local reason
  if days < 0 then reason = 0
  elseif institute then reason = 1
  elseif not enrolled then reason = 2
  elseif (school <= 2 and age > 14) or (school > 2 and age < 11) then reason = 3
  elseif experts < 2 or not orthopedagogue then reason = 4
  elseif needed and not plan then reason = 5
  elseif plan and not consent then reason = 6
  elseif arrangement < 3 then reason = 7
  elseif cost > budget then reason = 8
  else reason = 9 end
  local granted = reason >= 8
  local category
  if not granted then category = 0
  elseif extra > 24 or (cluster == 3 and extra > 20) then category = 3
  elseif extra > 16 or (cluster == 4 and extra > 12) then category = 2
  else category = 1 end
  local late = days >= 0 and reason ~= 1 and days > (extended and 70 or 42)
  local status
  if age < 5 or age > 17 then status = 0
  elseif not enrolled then status = 4
  elseif weeks > 13 then status = 3
  elseif weeks > 4 then status = 2
  elseif absence >= 16 then status = 1
  else status = 0 end
  local step = status == 4 and 3 or status
  if status > 0 and (overdue or late or reason == 8) then step = step + 1 end
  return enough, level, arrangement, needed, overdue, cost, granted, category, reason, late, status, step
end
