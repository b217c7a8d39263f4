// What draws decides on colours when it is loaded: so this is imported before it.
process.env.FORCE_COLOR = '3'
delete process.env.NO_COLOR
delete process.env.COLORFGBG
