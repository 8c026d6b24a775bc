-- Which frames each of many display filters selects, in one run of tshark: a tap for every line of the file that
-- the environment variable FILTERS names. Prints the filter, a tab, and the numbers or `!` and what tshark has against it.
local filters, results = {}, {}
for filter in io.lines(os.getenv("FILTERS")) do
    local frames = {}
    local sound, tap = pcall(Listener.new, "frame", filter)
    if sound then
        tap.packet = function(pinfo) frames[#frames + 1] = pinfo.number end
    end
    filters[#filters + 1] = filter
    results[#results + 1] = sound and frames or tostring(tap)
end
local last = Listener.new("frame")
last.draw = function()
    for i, filter in ipairs(filters) do
        local result = results[i]
        print(filter .. "\t" .. (type(result) == "table" and table.concat(result, " ") or "!" .. result:gsub("\n", " ")))
    end
end
