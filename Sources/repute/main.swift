import Commands

await Repute.run()
